import * as z from 'zod/mini';
import type { Operation } from '#core/api/operation.ts';
import { openFileOperations, type OpenFile } from '#core/api/open-files.ts';
import { operations } from '#core/api/operations.ts';
import { namedSchemas } from './named-schemas.ts';

const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedSchemas)) named.add(schema, { id });

const place = (id: string): string => `#/components/schemas/${id}`;

const schemaOf = (schema: z.ZodMiniType): object => {
  const id = named.get(schema)?.id;
  if (id !== undefined) return { $ref: place(id) };
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
};

function components(): object {
  const { schemas } = z.toJSONSchema(named, { io: 'input', unrepresentable: 'any', uri: place });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: _id, ...schema }]) => [id, schema]));
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

function parameters(schema: z.ZodMiniType, place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = schemaOf(schema) as ObjectSchema;
  return Object.entries(properties).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: part,
  }));
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  example: '4f0c2f52-6f5e-4a0b-9a53-0d6a3c1d7e21',
  schema: { type: 'string', pattern: '^[\\w-]{22,128}$' },
};

const problem = {
  description: 'Problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operationObject(operationId: string, operation: Operation): object {
  const { summary, auth, method, status, answer, failures, body, example } = operation;
  const statuses = [
    ...new Set([...failures, ...(auth === 'jwt' ? [401] : []), ...(method === 'GET' ? [] : [413, 503]), 500]),
  ];
  const requestBody = {
    required: true,
    content: { 'application/json': { schema: schemaOf(body), ...(example !== undefined && { example }) } },
  };
  return {
    operationId,
    summary,
    security: auth === 'jwt' ? [{ staff: [] }] : [],
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(operationId === 'submitLetter' ? [idempotencyKey] : []),
    ],
    ...(method !== 'GET' && { requestBody }),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(answer) } } },
      ...Object.fromEntries(statuses.toSorted().map((each) => [each, { $ref: '#/components/responses/Problem' }])),
    },
  };
}

function fileObject(operationId: string, { summary, type, example, params = {} }: OpenFile): object {
  return {
    operationId,
    summary,
    security: [],
    parameters: Object.entries(params).map(([name, value]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', example: value },
    })),
    responses: {
      200: { description: 'Done', content: { [type]: { schema: {}, example } } },
      404: { description: 'No such file' },
    },
  };
}

export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [operationId, operation] of Object.entries(operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operationId, operation as unknown as Operation),
    };
  }
  for (const [operationId, file] of Object.entries<OpenFile>(openFileOperations))
    paths[file.path] = { get: fileObject(operationId, file) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zholkarta',
      version: '1.0.0',
      description:
        'The road map of an investor through a special economic zone: from a letter of intent to construction start.',
    },
    paths,
    components: {
      securitySchemes: { staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: { Problem: problem },
      schemas: components(),
    },
  };
}
