import type { Context } from 'aws-lambda';

interface Options {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly requestId: string;
  /** End of the invocation's time, in real ms. */
  readonly deadline: number;
}

/** Lambda's context object. Its callbacks from before async handlers do nothing, as nodejs24.x has none either. */
export const makeContext = ({ functionName, functionArn, memoryMb, requestId, deadline }: Options): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: functionArn,
  memoryLimitInMB: String(memoryMb),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
