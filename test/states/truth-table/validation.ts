import type { Definition, Diagnostic, Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { machine, one, passing, processor } from '../machines.ts';

const schema = (message: string, location: string): Diagnostic => ({
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});
const transition = (message: string, location: string): Diagnostic => ({
  code: 'MISSING_TRANSITION_TARGET',
  message,
  location,
});
const end: Expected = { Type: 'Pass', End: true };
const refused = (
  id: string,
  title: string,
  source: Row['source'],
  definition: Definition,
  ...diagnostics: Diagnostic[]
): Row => ({ kind: 'refused', id: `validation-${id}`, title, source, definition, diagnostics });
const unsupported = (Type: string, field: string, value: unknown): Row =>
  refused(
    `${field}-on-${Type}`,
    `${field} on a ${Type} state`,
    from.measured.refusals,
    stateOf(Type, { [field]: value }),
    schema(`Field '${field}' is not supported`, '/States/S'),
  );
const stateOf = (Type: string, more: Expected): Expected => {
  const needed: Record<string, Expected> = {
    Pass: {},
    Wait: { Seconds: 1 },
    Succeed: {},
    Fail: {},
    Choice: { Choices: [{ Condition: true, Next: 'Z' }] },
    Map: { ItemProcessor: processor({ P: end }) },
    Parallel: { Branches: [processor({ P: end })] },
  };
  const state = { Type, ...needed[Type], ...more };
  return Type === 'Choice' ? machine({ S: state, Z: end }) : one(state);
};
const retrier = [{ ErrorEquals: ['States.ALL'] }];
const otherLanguage = (field: string): string =>
  `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`;
const pathFields = { InputPath: '$.a', OutputPath: '$.a', ResultPath: '$.a', Parameters: {}, Result: 1 };

const unparsed: readonly (readonly [string, string])[] = [
  ['[1,2', 'Expected "]" before end of expression'],
  ['$states.input[1,2)', 'Expected "]", got ","'],
  ['"unterminated', 'String literal must be terminated by a matching quote'],
  ['1 +', 'Unexpected end of expression'],
  ['{"a":}', 'The symbol "}" cannot be used as a unary operator'],
  ['$x :=', 'Unexpected end of expression'],
  ['$match("a", /abc', 'No terminating / in regular expression'],
  ['', 'Unexpected end of expression'],
];
const atTop: readonly (readonly [string, string])[] = [
  ['phone', "Reference to 'phone' at the top level is not supported."],
  ['phone.number', "Reference to 'phone' at the top level is not supported."],
  ['$map($states.input.a, function($x){ b })', "Reference to 'b' at the top level is not supported."],
  ['$$', "Reference to '$$' is not supported."],
  ['$states.errorOutput', "Field '$states.errorOutput' does not exist."],
  ['$states.result', "Field '$states.result' does not exist."],
];

export const validationRows: readonly Row[] = [
  ...[
    ['$states.input.x ?? 1', 'The symbol "?" cannot be used as a unary operator'],
    ['$states.input.x ?: 1', 'The symbol ":" cannot be used as a unary operator'],
  ].map(([expression = '', message = ''], i) =>
    refused(
      `newer-jsonata-${i}`,
      `A1: ${expression} is newer than AWS's JSONata 2.0.6`,
      from.guide.jsonata,
      one({ Type: 'Pass', Output: `{% ${expression} %}` }),
      { code: 'INVALID_JSONATA_EXPRESSION', message, location: '/States/S/Output' },
    ),
  ),
  refused(
    'empty-object',
    'an empty object',
    from.recorded.validation,
    '{}',
    schema('These fields are required: [States, StartAt]', '/'),
  ),
  refused(
    'no-start',
    'no StartAt',
    from.recorded.validation,
    { QueryLanguage: 'JSONata', States: { S: end } },
    schema('These fields are required: [StartAt]', '/'),
  ),
  refused(
    'no-states',
    'no States',
    from.recorded.api,
    { QueryLanguage: 'JSONata', StartAt: 'S' },
    schema('These fields are required: [States]', '/'),
  ),
  refused('no-json', 'no JSON at all', from.recorded.validation, 'not a definition', {
    code: 'INVALID_JSON_DESCRIPTION',
    message:
      /^Unrecognized token 'not': was expecting \(JSON String, Number, Array, Object or token 'null', 'true' or 'false'\)/,
  }),
  refused(
    'start-nowhere',
    'a StartAt that names no state leaves all unreachable',
    from.measured.refusals,
    { QueryLanguage: 'JSONata', StartAt: 'Nope', States: { A: end } },
    transition("Missing 'Next' target: Nope", '/StartAt'),
    transition('State "A" is not reachable.', '/States/A'),
  ),
  refused(
    'next-nowhere',
    'a Next that names no state',
    from.measured.refusals,
    machine({
      A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }], Default: 'Z' },
      B: { Type: 'Pass', Next: 'Ghost' },
      Z: end,
    }),
    transition("Missing 'Next' target: Ghost", '/States/B/Next'),
  ),
  refused(
    'rule-nowhere',
    'a rule that leads nowhere',
    from.measured.refusals,
    machine({ C: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Ghost' }], Default: 'Z' }, Z: end }),
    transition("Missing 'Next' target: Ghost", '/States/C/Choices[0]/Next'),
  ),
  refused(
    'default-nowhere',
    'a Default that leads nowhere',
    from.measured.refusals,
    machine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Z' }], Default: 'Ghost' }, Z: end }),
    transition("Missing 'Next' target: Ghost", '/States/A/Default'),
  ),
  refused(
    'catch-nowhere',
    'a catcher that leads nowhere',
    from.measured.refusals,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Ghost' }],
    }),
    transition("Missing 'Next' target: Ghost", '/States/S/Catch[0]/Next'),
  ),
  refused(
    'unreachable',
    'a state that nothing leads to',
    from.measured.refusals,
    machine({ A: end, C: end }),
    transition('State "C" is not reachable.', '/States/C'),
  ),
  refused(
    'unreachable-loop',
    'an end that a loop never reaches',
    from.measured.refusals,
    machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' }, C: end }),
    transition('State "C" is not reachable.', '/States/C'),
  ),
  refused(
    'unreachable-item',
    'one within an item processor',
    from.measured.refusals,
    one({ Type: 'Map', ItemProcessor: processor({ W: end, Ghost: end }) }),
    transition('State "Ghost" is not reachable.', '/States/S/ItemProcessor/States/Ghost'),
  ),
  refused(
    'unreachable-branch',
    'one within a branch',
    from.measured.refusals,
    one({ Type: 'Parallel', Branches: [processor({ W: end, Ghost: end })] }),
    transition('State "Ghost" is not reachable.', '/States/S/Branches[0]/States/Ghost'),
  ),
  refused(
    'across',
    'a branch may not lead out of itself',
    from.spec.concurrency,
    machine({ P: { Type: 'Parallel', Branches: [processor({ W: { Type: 'Pass', Next: 'Z' } })], Next: 'Z' }, Z: end }),
    transition("Missing 'Next' target: Z", '/States/P/Branches[0]/States/W/Next'),
  ),
  refused(
    'no-end',
    'a machine that never ends',
    from.measured.refusals,
    machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    { code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' },
  ),
  refused(
    'no-end-dangling',
    'with a target that is missing both are said',
    from.measured.refusals,
    machine({ A: { Type: 'Pass', Next: 'NOPE' } }),
    transition("Missing 'Next' target: NOPE", '/States/A/Next'),
    { code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' },
  ),
  {
    kind: 'accepted',
    id: 'validation-inner-loop',
    title: 'an item processor without an end is taken',
    source: from.measured.refusals,
    definition: one({
      Type: 'Map',
      ItemProcessor: processor({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    }),
  },
  ...['Pass', 'Wait', 'Choice', 'Succeed', 'Fail', 'Map', 'Parallel'].map((Type) =>
    unsupported(Type, 'TimeoutSeconds', 5),
  ),
  ...['Pass', 'Wait', 'Succeed', 'Fail', 'Choice'].map((Type) => unsupported(Type, 'Retry', retrier)),
  ...['Pass', 'Wait', 'Succeed', 'Fail', 'Choice'].map((Type) =>
    refused(
      `Catch-on-${Type}`,
      `Catch on a ${Type} state`,
      from.measured.refusals,
      stateOf(Type, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S' }] }),
      schema("Field 'Catch' is not supported", '/States/S'),
    ),
  ),
  ...Object.entries(pathFields).map(([field, value]) =>
    refused(
      `path-${field}`,
      `${field}, a field of JSONPath`,
      from.measured.languages,
      one({ Type: 'Pass', [field]: value }),
      schema(otherLanguage(field), '/States/S'),
    ),
  ),
  refused(
    'path-ItemsPath',
    'ItemsPath of a Map',
    from.measured.languages,
    one({ Type: 'Map', ItemsPath: '$.a', ItemProcessor: processor({ P: end }) }),
    schema(otherLanguage('ItemsPath'), '/States/S'),
  ),
  refused(
    'path-MaxConcurrencyPath',
    'MaxConcurrencyPath of a Map',
    from.measured.languages,
    one({ Type: 'Map', MaxConcurrencyPath: '$.a', ItemProcessor: processor({ P: end }) }),
    schema(otherLanguage('MaxConcurrencyPath'), '/States/S'),
  ),
  refused(
    'path-ResultSelector',
    'ResultSelector of a Task',
    from.measured.languages,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      ResultSelector: {},
    }),
    schema(otherLanguage('ResultSelector'), '/States/S'),
  ),
  refused(
    'downgrade',
    'a JSONPath state in a JSONata machine',
    from.recorded.validation,
    one({ Type: 'Pass', QueryLanguage: 'JSONPath' }),
    schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", '/States/S'),
  ),
  refused(
    'downgrade-output',
    'about which nothing else is said',
    from.measured.languages,
    one({ Type: 'Pass', QueryLanguage: 'JSONPath', Output: { v: '{% 1 %}' } }),
    schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", '/States/S'),
  ),
  refused(
    'language-case',
    'a query language in the wrong case',
    from.measured.languages,
    one({ Type: 'Pass', QueryLanguage: 'jsonata', Output: { v: '{% 1 %}' } }),
    schema('Value should be one of the following: [JSONPath, JSONata]', '/States/S/QueryLanguage'),
  ),
  refused(
    'language-processor',
    'an item processor has no language of its own',
    from.measured.languages,
    one({ Type: 'Map', ItemProcessor: processor({ P: end }, { QueryLanguage: 'JSONata' }) }),
    schema("Field 'QueryLanguage' is not supported", '/States/S/ItemProcessor'),
  ),
  refused(
    'language-iterator',
    'nor has an Iterator',
    from.measured.languages,
    one({ Type: 'Map', Iterator: processor({ P: end }, { QueryLanguage: 'JSONata' }) }),
    schema("Field 'QueryLanguage' is not supported", '/States/S/Iterator'),
  ),
  refused(
    'language-branch',
    'nor has a branch',
    from.measured.languages,
    one({ Type: 'Parallel', Branches: [processor({ P: end }, { QueryLanguage: 'JSONata' })] }),
    schema("Field 'QueryLanguage' is not supported", '/States/S/Branches[0]'),
  ),
  {
    kind: 'accepted',
    id: 'validation-language-again',
    title: "a state may say the machine's language again",
    source: from.recorded.validation,
    definition: one({ Type: 'Pass', QueryLanguage: 'JSONata', Output: 1 }),
  },
  refused(
    'concurrency-negative',
    'a negative MaxConcurrency',
    from.measured.languages,
    one({ Type: 'Map', MaxConcurrency: -1, ItemProcessor: processor({ P: end }) }),
    schema('Minimum value is 0', '/States/S/MaxConcurrency'),
  ),
  ...unparsed.map(([expression, message], i) =>
    refused(
      `unparsed-${i}`,
      `the expression ${expression || 'that is empty'} does not parse`,
      from.measured.unparsed,
      passing(`{% ${expression} %}`),
      { code: 'INVALID_JSONATA_EXPRESSION', message, location: '/States/S/Output' },
    ),
  ),
  ...atTop.map(([expression, message], i) =>
    refused(
      `reference-${i}`,
      `the expression ${expression} refers to what is not there`,
      from.measured.topLevel,
      passing({ v: `{% ${expression} %}` }),
      { code: 'UNSUPPORTED_JSONATA_EXPRESSION', message, location: '/States/S/Output/v' },
    ),
  ),
  {
    kind: 'accepted',
    id: 'validation-predicate',
    title: "names within a predicate are the items' own",
    source: from.measured.topLevel,
    definition: passing('{% $states.input.items[value > 3].name %}'),
  },
  {
    kind: 'accepted',
    id: 'validation-error-output',
    title: "$states.errorOutput is there in a catcher's Output and Assign",
    source: from.measured.unparsed,
    definition: machine({
      T: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f' },
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Output: '{% $states.errorOutput %}',
            Assign: { e: '{% $states.errorOutput.Error %}' },
            Next: 'Z',
          },
        ],
        End: true,
      },
      Z: end,
    }),
  },
  refused(
    'result-in-arguments',
    '$states.result is not there yet in Arguments',
    from.guide.jsonata,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '{% $states.result %}' },
    }),
    {
      code: 'UNSUPPORTED_JSONATA_EXPRESSION',
      message: "Field '$states.result' does not exist.",
      location: '/States/S/Arguments/FunctionName',
    },
  ),
  refused(
    'duplicate',
    'a state name that is used again within',
    from.spec.states,
    machine({ P: { Type: 'Parallel', Branches: [processor({ Z: end })], Next: 'Z' }, Z: end }),
    { code: 'DUPLICATE_STATE_NAME' },
  ),
  refused('type-unknown', 'a state type that is not known', from.spec.states, one({ Type: 'Nap' }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused('type-missing', 'a state without a Type', from.spec.states, machine({ S: { End: true } }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused(
    'next-and-end',
    'Next and End at once',
    from.spec.transitions,
    machine({ S: { Type: 'Pass', Next: 'Z', End: true }, Z: end }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'neither-next-nor-end',
    'neither Next nor End',
    from.spec.transitions,
    machine({
      S: { Type: 'Choice', Choices: [{ Condition: true, Next: 'P' }], Default: 'Z' },
      P: { Type: 'Pass' },
      Z: end,
    }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'choice-empty',
    'a Choice without rules',
    from.spec.choice,
    machine({ C: { Type: 'Choice', Choices: [], Default: 'Z' }, Z: end }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'choice-variable',
    'a Choice rule of JSONPath',
    from.guide.choice,
    machine({ C: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Z' }] }, Z: end }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'choice-end',
    'a Choice does not end',
    from.spec.choice,
    machine({ C: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Z' }], End: true }, Z: end }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'wait-both',
    'a Wait of Seconds and until a Timestamp',
    from.spec.wait,
    one({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z' }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused('wait-neither', 'a Wait for nothing', from.spec.wait, one({ Type: 'Wait' }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused('wait-negative', 'a Wait of negative Seconds', from.spec.wait, one({ Type: 'Wait', Seconds: -1 }), {
    code: 'SCHEMA_VALIDATION_FAILED',
    location: '/States/S/Seconds',
  }),
  refused('task-resource', 'a Task without a Resource', from.guide.task, one({ Type: 'Task' }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused('map-processor', 'a Map without an ItemProcessor', from.guide.map, one({ Type: 'Map' }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused('parallel-branches', 'a Parallel without Branches', from.guide.parallel, one({ Type: 'Parallel' }), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
  refused(
    'catch-empty',
    'a catcher of no error',
    from.spec.catch,
    machine({
      T: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f' },
        Catch: [{ ErrorEquals: [], Next: 'Z' }],
        End: true,
      },
      Z: end,
    }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'all-not-alone',
    'States.ALL beside another name',
    from.spec.retry,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      Retry: [{ ErrorEquals: ['States.ALL', 'Other'] }],
    }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused(
    'all-not-last',
    'States.ALL before another retrier',
    from.spec.retry,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Other'] }],
    }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  ...(
    [
      ['IntervalSeconds', -1],
      ['MaxAttempts', -1],
      ['BackoffRate', 0.5],
      ['MaxDelaySeconds', 0],
      ['JitterStrategy', 'SOME'],
    ] as const
  ).map(([field, value]) =>
    refused(
      `retry-${field}`,
      `a retrier whose ${field} is ${value}`,
      from.spec.retry,
      one({
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f' },
        Retry: [{ ErrorEquals: ['X'], [field]: value }],
      }),
      { code: 'SCHEMA_VALIDATION_FAILED' },
    ),
  ),
  refused(
    'heartbeat-longer',
    'HeartbeatSeconds that are not fewer than TimeoutSeconds',
    from.spec.timeouts,
    one({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      TimeoutSeconds: 5,
      HeartbeatSeconds: 5,
    }),
    { code: 'SCHEMA_VALIDATION_FAILED' },
  ),
  refused('half-expression', 'an expression that does not close', from.guide.jsonata, passing('{% $states.input'), {
    code: 'SCHEMA_VALIDATION_FAILED',
  }),
];
