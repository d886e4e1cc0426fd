import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '#infra/manifest/index.ts';

/** The ARNs behind the manifest's words. */
export interface GrantTargets {
  readonly table: string;
  readonly stateMachine: string;
  readonly linkSecret: string;
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
  ];
  return granted.flatMap(([actions, resources]) =>
    actions ? [new PolicyStatement({ actions: [...actions], resources: [...resources] })] : []);
}
