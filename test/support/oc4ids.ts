import { Ajv } from 'ajv';

/**
 * What OC4IDS asks of the fields that are published here, said anew from a reading of its schemas (Open Contracting
 * Partnership, Apache 2.0: `schema/project-level` of open-contracting/infrastructure, package at c0f26b1, project at
 * e0d1b14 and bb762ce, which are on the way from 0.9.3 to 0.9.4). The published text of 0.9.5 was not to be had, so
 * this is not its copy and proves no more than this. Stricter in one thing: a field that is not named here is refused.
 */
const text = { type: 'string', minLength: 1 };
const instant = { type: 'string', format: 'date-time' };
const uri = { type: 'string', format: 'uri' };

const some = (items: object) => ({ type: 'array', minItems: 1, uniqueItems: true, items });
const record = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  required,
  properties,
});

const milestone = record(
  {
    id: text,
    title: text,
    description: text,
    dueDate: instant,
    dateMet: instant,
    status: { enum: ['scheduled', 'met', 'notMet', 'partiallyMet'] },
  },
  ['id'],
);

const project = record(
  {
    id: text,
    title: text,
    status: {
      enum: [
        'identification',
        'preparation',
        'implementation',
        'completion',
        'maintenance',
        'decommissioning',
        'completed',
        'decommissioned',
        'cancelled',
      ],
    },
    period: record({ startDate: instant, endDate: instant }),
    sector: some(text),
    type: { enum: ['construction', 'rehabilitation', 'replacement', 'expansion', 'decommissioning'] },
    milestones: some(milestone),
    completion: record({ endDate: instant, endDateDetails: text }),
  },
  ['id'],
);

const projectPackage = record(
  {
    uri,
    publishedDate: instant,
    version: { type: 'string', pattern: String.raw`^\d+\.\d+$` },
    publisher: record({ name: text, uri }, ['name']),
    license: uri,
    projects: some(project),
  },
  ['uri', 'publisher', 'publishedDate', 'projects', 'version'],
);

const validate = new Ajv({
  allErrors: true,
  formats: {
    uri: (value: string) => URL.canParse(value),
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  },
}).compile(projectPackage);

/** What is wrong with a project package, by place. */
export const packageFaults = (value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
