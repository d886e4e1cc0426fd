import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { machineArn } from '../engine/arns.ts';
import type { Core } from '../engine/core.ts';
import { ApiError } from '../faults.ts';
import { isObject } from '../json.ts';
import { referencesOf } from '../language/references.ts';
import { limits } from '../limits.ts';
import { validate } from '../language/validate.ts';
import { definitionId, definitionText } from '../store/definitions.ts';
import {
  dropMachine,
  listMachines,
  machineByArn,
  saveMachine,
  type Machine,
  type MachineBody,
} from '../store/machines.ts';
import { findExecution, findMachine } from './find.ts';
import {
  oneOf,
  optionalText,
  pageSize,
  pageToken,
  readPageToken,
  seconds,
  text,
  type Input,
  type Output,
} from './shapes.ts';
import { tagsOf } from './tags.ts';

const logging = { level: 'OFF', includeExecutionData: false };
const named = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

export function checkName(name: string): void {
  if (!named.test(name)) throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
}

function checkDefinition(definition: string): void {
  const errors = validate(definition);
  if (errors.length === 0) return;
  const list = errors.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`);
  throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: '${list.join(', ')}'`);
}

function checkLogging(configuration: unknown): void {
  if (!isObject(configuration) || (configuration['level'] ?? 'OFF') === 'OFF') return;
  const { destinations } = configuration;
  if (Array.isArray(destinations) && destinations.length === 1) return;
  throw new ApiError(
    'InvalidLoggingConfiguration',
    'Invalid Logging Configuration: Must specify exactly one Log Destination.',
  );
}

/** This engine has no versions. */
function checkPublish(input: Input): void {
  if (input['publish'] === true)
    throw new ApiError('ValidationException', 'This engine has no versions: publish must be false');
  if (input['versionDescription'] !== undefined)
    throw new ApiError('ValidationException', 'Version description can only be set when publish is true');
}

/** AWS takes a second creation for the first when these agree; another role or other tags it overlooks. */
const sameConfiguration = (
  earlier: MachineBody,
  { logging: log, tracing, encryption }: Pick<MachineBody, 'logging' | 'tracing' | 'encryption'>,
): boolean => isDeepStrictEqual([earlier.logging, earlier.tracing, earlier.encryption], [log, tracing, encryption]);

export function createStateMachine(core: Core, input: Input): Output {
  const [name, definition, role] = [
    text(input, 'name', 80),
    text(input, 'definition', limits.definition),
    text(input, 'roleArn'),
  ];
  checkName(name);
  if (!role.startsWith('arn:')) throw new ApiError('InvalidArn', `Invalid Role Arn: '${role}'`);
  const type = oneOf(input, 'type', ['STANDARD', 'EXPRESS']) ?? 'STANDARD';
  if (type !== 'STANDARD')
    throw new ApiError('StateMachineTypeNotSupported', 'Only STANDARD state machines run on this engine');
  checkPublish(input);
  checkLogging(input['loggingConfiguration']);
  checkDefinition(definition);
  const configured = {
    logging: input['loggingConfiguration'] ?? logging,
    tracing: input['tracingConfiguration'] ?? { enabled: false },
    encryption: input['encryptionConfiguration'] ?? { type: 'AWS_OWNED_KEY' },
  };
  const arn = machineArn(core.place, name);
  const earlier = machineByArn(core.store, arn);
  if (earlier !== undefined) {
    if (definitionText(core.store, earlier.definition) !== definition || !sameConfiguration(earlier.body, configured)) {
      throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    }
    return { stateMachineArn: arn, creationDate: seconds(earlier.body.created) };
  }
  const now = core.now();
  const body: MachineBody = { role, type, created: now, updated: now, tags: tagsOf(input['tags']), ...configured };
  core.store.batch.write(() => {
    saveMachine(core.store, { arn, name, definition: definitionId(core.store, definition), status: 'ACTIVE', body });
  });
  return { stateMachineArn: arn, creationDate: seconds(now) };
}

/** Executions that run keep the definition they started with. */
export function updateStateMachine(core: Core, input: Input): Output {
  const machine = findMachine(core, input);
  const [definition, role] = [optionalText(input, 'definition', limits.definition), optionalText(input, 'roleArn')];
  const { loggingConfiguration, tracingConfiguration } = input;
  if ([definition, role, loggingConfiguration, tracingConfiguration].every((value) => value === undefined)) {
    throw new ApiError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  }
  checkPublish(input);
  checkLogging(loggingConfiguration);
  if (definition !== undefined) checkDefinition(definition);
  const updated = core.now();
  const revision = randomUUID();
  const body = {
    ...machine.body,
    updated,
    revision,
    role: role ?? machine.body.role,
    logging: loggingConfiguration ?? machine.body.logging,
    tracing: tracingConfiguration ?? machine.body.tracing,
  };
  core.store.batch.write(() => {
    saveMachine(core.store, {
      ...machine,
      body,
      definition: definition === undefined ? machine.definition : definitionId(core.store, definition),
    });
  });
  return { updateDate: seconds(updated), revisionId: revision };
}

function configuration({ body }: Machine, definition: string): Output {
  const variableReferences = referencesOf(definition);
  const references = Object.keys(variableReferences).length === 0 ? {} : { variableReferences };
  return {
    loggingConfiguration: body.logging,
    tracingConfiguration: body.tracing,
    encryptionConfiguration: body.encryption,
    ...references,
  };
}

export function describeStateMachine(core: Core, input: Input): Output {
  const machine = findMachine(core, input);
  const { arn, name, status, body } = machine;
  const definition = definitionText(core.store, machine.definition);
  return {
    stateMachineArn: arn,
    name,
    status,
    definition,
    roleArn: body.role,
    type: body.type,
    creationDate: seconds(body.created),
    ...configuration(machine, definition),
    ...(body.revision === undefined ? {} : { revisionId: body.revision }),
  };
}

/** As it was when the execution started. */
export function describeStateMachineForExecution(core: Core, input: Input): Output {
  const row = findExecution(core, input);
  const machine = machineByArn(core.store, row.machine);
  if (machine === undefined)
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${row.machine}'`);
  const definition = definitionText(core.store, row.body.definition);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    definition,
    roleArn: row.body.role,
    updateDate: seconds(row.body.revision?.at ?? machine.body.updated),
    ...configuration(machine, definition),
    ...(row.body.revision?.id === undefined ? {} : { revisionId: row.body.revision.id }),
  };
}

/** In order of their names. */
export function listStateMachines(core: Core, input: Input): Output {
  const size = pageSize(input);
  const token = optionalText(input, 'nextToken', 1024);
  const found = listMachines(core.store, token === undefined ? '' : readPageToken(token, 'string'), size + 1);
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    stateMachines: page.map(({ arn, name, body }) => ({
      stateMachineArn: arn,
      name,
      type: body.type,
      creationDate: seconds(body.created),
    })),
    ...(found.length > size && last !== undefined ? { nextToken: pageToken(last.name) } : {}),
  };
}

/** AWS lets running executions end first; so does this: they keep their definition. */
export function deleteStateMachine(core: Core, input: Input): Output {
  const arn = text(input, 'stateMachineArn');
  core.store.batch.write(() => {
    dropMachine(core.store, arn);
  });
  return {};
}

export function validateStateMachineDefinition(_core: Core, input: Input): Output {
  const type = oneOf(input, 'type', ['STANDARD', 'EXPRESS']);
  oneOf(input, 'severity', ['ERROR', 'WARNING']);
  const most = pageSize(input, 100);
  const diagnostics = validate(text(input, 'definition', limits.definition), type === 'EXPRESS');
  return {
    result: diagnostics.length > 0 ? 'FAIL' : 'OK',
    diagnostics: diagnostics.slice(0, most),
    truncated: diagnostics.length > most,
  };
}
