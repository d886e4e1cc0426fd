import type { Core } from '../engine/core.ts';
import { ApiError } from '../faults.ts';
import { isObject } from '../json.ts';
import { machineByArn, saveMachine, type Machine } from '../store/machines.ts';
import { text, type Input, type Output } from './shapes.ts';

/** Tags a resource has at most. Source: API reference, TooManyTags. */
const most = 50;

export function tagsOf(value: unknown, present: Readonly<Record<string, string>> = {}): Record<string, string> {
  const list = Array.isArray(value) ? value.filter(isObject) : [];
  const tags = {
    ...present,
    ...Object.fromEntries(list.map(({ key, value: content }) => [String(key), String(content ?? '')])),
  };
  if (Object.keys(tags).length > most) throw new ApiError('TooManyTags', `Resource has more than ${String(most)} tags`);
  return tags;
}

function tagged(core: Core, input: Input): Machine {
  const arn = text(input, 'resourceArn');
  const machine = machineByArn(core.store, arn);
  if (machine === undefined)
    throw new ApiError('ResourceNotFound', `Resource not found: '${arn}'`, { resourceName: arn });
  return machine;
}

function retag(core: Core, machine: Machine, tags: Readonly<Record<string, string>>): Output {
  core.store.batch.write(() => {
    saveMachine(core.store, { ...machine, body: { ...machine.body, tags } });
  });
  return {};
}

export function tagResource(core: Core, input: Input): Output {
  const machine = tagged(core, input);
  return retag(core, machine, tagsOf(input['tags'], machine.body.tags));
}

export function untagResource(core: Core, input: Input): Output {
  const machine = tagged(core, input);
  const keys = new Set(Array.isArray(input['tagKeys']) ? input['tagKeys'].map(String) : []);
  return retag(core, machine, Object.fromEntries(Object.entries(machine.body.tags).filter(([key]) => !keys.has(key))));
}

export function listTagsForResource(core: Core, input: Input): Output {
  return { tags: Object.entries(tagged(core, input).body.tags).map(([key, value]) => ({ key, value })) };
}
