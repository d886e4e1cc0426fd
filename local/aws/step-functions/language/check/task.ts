import { isObject } from '../../json.ts';
import { requestFaults } from '../request.ts';
import { readResource } from '../resource.ts';
import type { Report } from './report.ts';
import type { Fields, Language } from './state.ts';

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
    report.shape(
      `The resource provided ${arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
      where,
    );
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
  if (state['Credentials'] !== undefined)
    report.add('UNSUPPORTED_BY_LOCAL_ENGINE', "Field 'Credentials' is not run by this engine", at);
  if (resource.service === 'function') return;
  if (request === undefined) report.shape(`Arguments field is required for resource ARN: ${arn}`, at);
  if (!isObject(request)) return;
  for (const { message, ours } of requestFaults(resource, request)) {
    report.add(ours ? 'UNSUPPORTED_BY_LOCAL_ENGINE' : 'SCHEMA_VALIDATION_FAILED', message, `${at}/Arguments`);
  }
}
