import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FileRight, Grants } from '#infra/manifest/index.ts';
import type { FilesBucket } from './files-bucket.ts';

/** The ARNs behind the manifest's words. */
export interface GrantTargets {
  readonly table: string;
  readonly stateMachine: string;
  readonly linkSecret: string;
  readonly files: FilesBucket;
  /** The sender's identity and the configuration set: SES asks for a right on each. */
  readonly email: readonly string[];
}

/** The manifest's actions, each on exactly its resource. */
export function statements(may: Grants, targets: GrantTargets): PolicyStatement[] {
  const granted: readonly (readonly [readonly string[] | undefined, readonly string[]])[] = [
    [may.table, [targets.table]],
    [may.indexes && ['dynamodb:Query'], (may.indexes ?? []).map((index) => `${targets.table}/index/${index}`)],
    [may.stateMachine, [targets.stateMachine]],
    [may.email, targets.email],
    [may.linkSecret, [targets.linkSecret]],
    ...(may.files ?? []).map((right) => fileRight(right, targets.files.bucketArn)),
  ];
  return granted.flatMap(([actions, resources]) =>
    actions ? [new PolicyStatement({ actions: [...actions], resources: [...resources] })] : [],
  );
}

/** The prefixes of objects that a function has a right on. */
export const prefixesIn = (may: Grants): readonly string[] => [
  ...new Set((may.files ?? []).flatMap((right) => right.split(' ').slice(1))),
];

/** A bucket is listed as a whole; objects are granted by prefix. */
function fileRight(right: FileRight, bucket: string): readonly [readonly string[], readonly string[]] {
  const [action = '', prefix] = right.split(' ');
  return [[action], [prefix === undefined ? bucket : `${bucket}/${prefix}/*`]];
}
