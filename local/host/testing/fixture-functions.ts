import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionName } from '#infra/manifest/index.ts';
import type { HandlerSource } from '../../aws/lambda/protocol.ts';

/** A letter writes an outbox row; the relay starts the workflow; it waits for the officer. Notes outlive a restart. */
const TableName = process.env['TABLE_NAME'];
const table = new DynamoDBClient({});
const workflow = new SFNClient({});
const email = new SESv2Client({});
const note = (about: string, text: string) =>
  table.send(new PutItemCommand({ TableName, Item: { PK: { S: `NOTE#${about}` }, SK: { S: text } } }));

export async function submitLetter(event: { body: string; requestContext: { timeEpoch: number } }) {
  const { id, to } = JSON.parse(event.body) as { id: string; to: string };
  const row = { PK: { S: `LANE#${id}` }, SK: { S: `OUTBOX#${id}` }, to: { S: to } };
  await table.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: row } }] }));
  return { statusCode: 201, body: JSON.stringify({ id, at: event.requestContext.timeEpoch }) };
}

export async function relay(event: DynamoDBStreamEvent) {
  for (const { dynamodb } of event.Records) {
    const Key = { PK: { S: dynamodb?.Keys?.['PK']?.S ?? '' }, SK: { S: dynamodb?.Keys?.['SK']?.S ?? '' } };
    const { Item } = await table.send(new GetItemCommand({ TableName, Key }));
    if (!Item) continue;
    const id = Key.SK.S.replace('OUTBOX#', '');
    await workflow.send(
      new StartExecutionCommand({
        stateMachineArn: process.env['STATE_MACHINE_ARN'],
        name: id,
        input: JSON.stringify({ id }),
      }),
    );
    await email.send(
      new SendEmailCommand({
        FromEmailAddress: process.env['EMAIL_FROM'],
        Destination: { ToAddresses: [Item['to']?.S ?? ''] },
        Content: {
          Simple: { Subject: { Data: `Letter ${id}` }, Body: { Text: { Data: `${process.env['SITE_URL']}/l/${id}` } } },
        },
        EmailTags: [{ Name: 'notice', Value: 'receipt' }],
        ConfigurationSetName: process.env['EMAIL_CONFIGURATION_SET'],
      }),
    );
    await table.send(new DeleteItemCommand({ TableName, Key }));
  }
  return { batchItemFailures: [] };
}

export async function openAssignment({ id, token }: { id: string; token: string }): Promise<void> {
  await table.send(
    new PutItemCommand({ TableName, Item: { PK: { S: `TOKEN#${id}` }, SK: { S: 'TOKEN' }, token: { S: token } } }),
  );
}

export async function decide({ pathParameters, requestContext }: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const id = pathParameters?.['assignmentId'] ?? '';
  const { Item } = await table.send(
    new GetItemCommand({ TableName, Key: { PK: { S: `TOKEN#${id}` }, SK: { S: 'TOKEN' } } }),
  );
  await workflow.send(
    new SendTaskSuccessCommand({
      taskToken: Item?.['token']?.S,
      output: JSON.stringify({ by: requestContext.authorizer.jwt.claims['sub'] }),
    }),
  );
  return { statusCode: 204 };
}

export async function recordDelivery({
  detail,
}: {
  detail: { eventType: string; mail: { commonHeaders: { subject: string } } };
}): Promise<void> {
  await note('delivery', `${detail.mail.commonHeaders.subject} ${detail.eventType}`);
}

export async function recordScan({
  detail,
}: {
  detail: { s3ObjectDetails: { objectKey: string }; scanResultDetails: { scanResultStatus: string } };
}): Promise<void> {
  await note('scan', `${detail.s3ObjectDetails.objectKey} ${detail.scanResultDetails.scanResultStatus}`);
}

export const runDay = async ({ time }: { time: string }): Promise<void> => void (await note('run-day', time));
export const sweepOutbox = async ({ time }: { time: string }): Promise<void> => void (await note('sweep-outbox', time));

export async function link(): Promise<{ statusCode: number }> {
  process.stdout.write('{"said":"by a function"}\n');
  return { statusCode: 200 };
}

const sources: Partial<Record<FunctionName, string>> = {
  public: 'submitLetter',
  relay: 'relay',
  'open-assignment': 'openAssignment',
  office: 'decide',
  'record-delivery': 'recordDelivery',
  'record-scan': 'recordScan',
  'run-day': 'runDay',
  'sweep-outbox': 'sweepOutbox',
  links: 'link',
};

export function fixtureFunctions(name: FunctionName): HandlerSource {
  return { module: import.meta.url, export: sources[name] ?? 'none' };
}

export const fixtureDefinition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Decide',
  States: {
    Decide: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: '${OpenAssignment}',
        Payload: { id: '{% $states.input.id %}', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 2_592_000,
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: { by: 'nobody' }, Next: 'Done' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
});
