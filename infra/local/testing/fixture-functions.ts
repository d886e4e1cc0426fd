import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionName } from '#infra/manifest/index.ts';
import type { LambdaHandler } from '../lambda/runtime.ts';

/**
 * A path as short as can be, in the shape of the real one and through the unmodified SDK: a letter writes an outbox row;
 * the relay starts the workflow and sends an email; the workflow waits for the officer's decision. Each function leaves a
 * note of what it saw in the table, so that a test can read it also after a restart.
 */
export function fixtureFunctions(): (name: FunctionName) => Promise<LambdaHandler> {
  const TableName = process.env['TABLE_NAME'];
  const table = new DynamoDBClient({});
  const workflow = new SFNClient({});
  const email = new SESv2Client({});
  const note = (about: string, text: string) => table.send(new PutItemCommand({ TableName, Item: { PK: { S: `NOTE#${about}` }, SK: { S: text } } }));
  const handlers: Partial<Record<FunctionName, LambdaHandler>> = {
    public: async (event) => {
      const { id, to } = JSON.parse((event as { body: string }).body) as { id: string; to: string };
      const row = { PK: { S: `LANE#${id}` }, SK: { S: `OUTBOX#${id}` }, to: { S: to } };
      await table.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: row } }] }));
      return { statusCode: 201, body: JSON.stringify({ id, at: (event as APIGatewayProxyEventV2WithJWTAuthorizer).requestContext.timeEpoch }) };
    },
    relay: async (event) => {
      for (const { dynamodb } of (event as DynamoDBStreamEvent).Records) {
        const Key = { PK: { S: dynamodb?.Keys?.['PK']?.S ?? '' }, SK: { S: dynamodb?.Keys?.['SK']?.S ?? '' } };
        const { Item } = await table.send(new GetItemCommand({ TableName, Key }));
        if (!Item) continue;
        const id = Key.SK.S.replace('OUTBOX#', '');
        await workflow.send(new StartExecutionCommand({ stateMachineArn: process.env['STATE_MACHINE_ARN'], name: id, input: JSON.stringify({ id }) }));
        await email.send(
          new SendEmailCommand({
            FromEmailAddress: process.env['EMAIL_FROM'],
            Destination: { ToAddresses: [Item['to']?.S ?? ''] },
            Content: { Simple: { Subject: { Data: `Letter ${id}` }, Body: { Text: { Data: `${process.env['SITE_URL']}/l/${id}` } } } },
            EmailTags: [{ Name: 'notice', Value: 'receipt' }],
            ConfigurationSetName: process.env['EMAIL_CONFIGURATION_SET'],
          }),
        );
        await table.send(new DeleteItemCommand({ TableName, Key }));
      }
      return { batchItemFailures: [] };
    },
    'open-assignment': async (event) => {
      const { id, token } = event as { id: string; token: string };
      await table.send(new PutItemCommand({ TableName, Item: { PK: { S: `TOKEN#${id}` }, SK: { S: 'TOKEN' }, token: { S: token } } }));
    },
    office: async (event) => {
      const { pathParameters, requestContext } = event as APIGatewayProxyEventV2WithJWTAuthorizer;
      const id = pathParameters?.['assignmentId'] ?? '';
      const { Item } = await table.send(new GetItemCommand({ TableName, Key: { PK: { S: `TOKEN#${id}` }, SK: { S: 'TOKEN' } } }));
      await workflow.send(new SendTaskSuccessCommand({ taskToken: Item?.['token']?.S, output: JSON.stringify({ by: requestContext.authorizer.jwt.claims['sub'] }) }));
      return { statusCode: 204 };
    },
    'record-delivery': async (event) => {
      const { detail } = event as { detail: { eventType: string; mail: { commonHeaders: { subject: string } } } };
      await note('delivery', `${detail.mail.commonHeaders.subject} ${detail.eventType}`);
    },
    'run-day': async (event) => void (await note('run-day', (event as { time: string }).time)),
    'sweep-outbox': async (event) => void (await note('sweep-outbox', (event as { time: string }).time)),
    region: async () => {
      const { Items = [] } = await table.send(new QueryCommand({ TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': { S: 'NOTE#run-day' } } }));
      return Items.map(({ SK }) => SK?.S);
    },
  };
  return async (name) => handlers[name] ?? Promise.reject(new Error(`${name} has no fixture`));
}

/** Waits for the officer at most 30 days, then writes that it gave up. */
export const fixtureDefinition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Decide',
  States: {
    Decide: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: '${OpenAssignment}', Payload: { id: '{% $states.input.id %}', token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 2_592_000,
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: { by: 'nobody' }, Next: 'Done' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
});
