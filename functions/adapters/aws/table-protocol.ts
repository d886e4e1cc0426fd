import { randomUUID } from 'node:crypto';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import type {
  EndpointBearer,
  HandlerExecutionContext,
  HttpResponse as AnyResponse,
  MetadataBearer,
  OperationSchema,
  SerdeFunctions,
} from '@smithy/types';

type Context = HandlerExecutionContext & SerdeFunctions;

/** What these are asked and answer is JSON as it stands: attribute values are texts, truths, lists and maps. None of our items has bytes in it. */
const plain: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'TransactGetItems',
  'TransactWriteItems',
  'UpdateItem',
]);

/** By this DynamoDB knows a transaction that is sent again, because its answer was lost, from another one. */
const once = (name: string, input: object): object =>
  name === 'TransactWriteItems' ? { ClientRequestToken: randomUUID(), ...input } : input;

/** The protocol of DynamoDB without a walk over each attribute by its schema; what goes wrong is read by the SDK's own. */
export class TableProtocol extends AwsJson1_0Protocol {
  override async serializeRequest<Input extends object>(
    operation: OperationSchema,
    input: Input,
    context: Context & EndpointBearer,
  ): Promise<HttpRequest> {
    if (!plain.has(operation.name)) return super.serializeRequest(operation, input, context) as Promise<HttpRequest>;
    const request = new HttpRequest({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${this.serviceTarget}.${operation.name}`,
      },
      body: JSON.stringify(once(operation.name, input)),
    });
    this.updateServiceEndpoint(request, await context.endpoint());
    return request;
  }

  override async deserializeResponse<Output extends MetadataBearer>(
    operation: OperationSchema,
    context: Context,
    response: AnyResponse,
  ): Promise<Output> {
    const { statusCode, body } = response as HttpResponse;
    if (!plain.has(operation.name) || this.isErrorResponse(statusCode) || !Buffer.isBuffer(body))
      return super.deserializeResponse(operation, context, response);
    return { ...(JSON.parse(body.toString('utf8')) as Output), $metadata: this.deserializeMetadata(response) };
  }
}
