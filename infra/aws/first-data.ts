import { pathToFileURL } from 'node:url';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { countMissing } from '#functions/adapters/table/count-plots.ts';
import { referenceItems } from '#seeds/reference-items.ts';

/** Demo people have no account on AWS; real ones get their memberships by docs/deploy.md. */
const isMembership = ({ PK }: Readonly<Record<string, unknown>>): boolean => /^(PERSON|STAFF)#/.test(String(PK));

/** What is there already stays as it is. Returns how many items were written. */
export async function putFirstData(client: DynamoDBDocumentClient, tableName: string): Promise<number> {
  let written = 0;
  for (const Item of referenceItems().filter((item) => !isMembership(item))) {
    try {
      await client.send(
        new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(PK)' }),
      );
      written += 1;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
  await countMissing(client, tableName);
  return written;
}

/** `AWS_REGION=… node infra/aws/first-data.ts TABLE_NAME` */
async function main([tableName]: readonly string[]): Promise<void> {
  if (!tableName) {
    process.stderr.write('Usage: node infra/aws/first-data.ts TABLE_NAME\n');
    process.exitCode = 2;
    return;
  }
  const written = await putFirstData(DynamoDBDocumentClient.from(new DynamoDBClient({})), tableName);
  process.stdout.write(`${String(written)} items written\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
