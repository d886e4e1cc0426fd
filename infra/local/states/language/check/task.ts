import { isObject } from '../../json.ts';
import { readResource } from '../resource.ts';
import type { Report } from './report.ts';
import type { Fields, Language } from './state.ts';

const needed: Readonly<Record<string, string>> = { lambda: 'FunctionName', states: 'StateMachineArn' };

/** Checks what a Task calls. Anything this engine does not run is refused here, never at run time. */
export function checkTask(report: Report, state: Fields, at: string, language: Language): void {
  const { Resource: arn, Arguments: request } = state;
  if (arn === undefined) return;
  const where = `${at}/Resource`;
  if (typeof arn !== 'string' || !arn.startsWith('arn:')) {
    report.shape('Value is not a valid resource ARN', where);
    return;
  }
  const resource = readResource(arn);
  if (resource === undefined) {
    report.shape(`The resource provided ${arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`, where);
    return;
  }
  if (language.express && resource.pattern !== 'request') {
    const suffix = resource.pattern === 'token' ? '.waitForTaskToken' : '.sync';
    report.shape(`Express state machine does not support '${suffix}' service integration `, where);
  }
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    report.shape('HeartbeatSeconds must be smaller than TimeoutSeconds', at);
  }
  const member = needed[resource.service];
  if (member === undefined) return;
  if (request === undefined) report.shape(`Arguments field is required for resource ARN: ${arn}`, at);
  else if (isObject(request) && request[member] === undefined) report.shape(`The field '${member}' is required but was missing`, `${at}/Arguments`);
}
