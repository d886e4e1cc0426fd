import type { Context } from 'aws-lambda';
import type { Invocation } from './protocol.ts';

/** Lambda's context object. Its callbacks from before async handlers do nothing, as nodejs24.x has none either. */
export const makeContext = ({ functionName, functionArn, memoryMb, requestId, deadline }: Invocation): Context => ({
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
