import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readEndpoints } from '../../host/endpoints.ts';
import { place } from '../../host/data-folder.ts';
import { filesBucket } from '../../host/files.ts';
import { erase, type Reach } from '../erase.ts';
import { Mistake, only, runCommand, say } from './command.ts';

const help = `npm run -s erase -- PROJECT | EMAIL-ADDRESS [--company] [--documents] [--table NAME --bucket NAME]

Erases what names a person, on the running host of DATA_DIR (.local): of a project that has ended, or of every such project, draft and
email of an address. Contact and colleagues, notes and reasons, names of files, what emails said and to whom. The log keeps ids and facts,
and tells that it was done. Of a project on its path nothing is erased: it is withdrawn first.

--company    also the company's name and number, and the words it is found by (for somebody who trades in their own name)
--documents  also the documents themselves
--table, --bucket  on AWS instead, with the credentials and region of the AWS CLI; emails are not kept there, and earlier versions of
             documents end with the bucket's rule (docs/deploy.md)

Not reached: backups made before, dead-letters.jsonl (read it and remove the lines), and people of the staff, whom an administrator ends at /admin.
`;

/** Both places of a file: asked for again it is in neither. */
const remover =
  (client: S3Client, Bucket: string): Reach['removeFile'] =>
  async (fileId) => {
    for (const folder of ['incoming', 'kept'])
      await client.send(new DeleteObjectCommand({ Bucket, Key: `${folder}/${fileId}` }));
  };

const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

async function local(dataDir: string): Promise<Reach> {
  const endpoints = readEndpoints(dataDir);
  if (!endpoints) throw new Mistake(`No host has run on ${dataDir} yet: set DATA_DIR.`);
  const clock = (await fetch(endpoints.clock).then(
    (response) => response.json(),
    () => undefined,
  )) as { now: string } | undefined;
  if (!clock) throw new Error(`No host answers for ${dataDir}: start it with "npm start".`);
  const settings = { region: place.region, credentials: endpoints.credentials };
  return {
    client: documentClient(new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb })),
    tableName: endpoints.tableName,
    removeFile: remover(new S3Client({ ...settings, endpoint: endpoints.objects, forcePathStyle: true }), filesBucket),
    dataDir,
    now: Date.parse(clock.now),
  };
}

const onAws = (tableName: string, bucket: string): Reach => ({
  client: documentClient(new DynamoDBClient({})),
  tableName,
  removeFile: remover(new S3Client({}), bucket),
  dataDir: undefined,
  now: Date.now(),
});

const options = {
  company: { type: 'boolean' },
  documents: { type: 'boolean' },
  table: { type: 'string' },
  bucket: { type: 'string' },
} as const;

runCommand(help, options, async (called) => {
  const whom = only(called, 'a project or an email address');
  const {
    company = false,
    documents = false,
    table,
    bucket,
  } = called.values as { company?: boolean; documents?: boolean; table?: string; bucket?: string };
  if ((table === undefined) !== (bucket === undefined))
    throw new Mistake('--table and --bucket go together. See --help.');
  const reach = table !== undefined && bucket !== undefined ? onAws(table, bucket) : await local(called.dataDir);
  const { projects, refused, people, drafts, emails } = await erase(reach, whom, { company, documents });
  // Ids only: what is printed may be kept.
  say(
    `Erased: ${String(projects.length)} projects (${projects.join(', ') || 'none'}), ${String(people)} people beside a contact, ${String(drafts)} drafts, ${String(emails)} emails.`,
  );
  if (refused.length > 0)
    say(`On their path, nothing erased: ${refused.join(', ')}. They are withdrawn or terminated first.`);
  return refused.length > 0 ? 1 : 0;
});
