export { functions } from './functions.ts';
export { fallback, gatewayRoutes, routes } from './routes.ts';
export { stateMachine } from './state-machine.ts';
export { indexes, table, type IndexSpec } from './table.ts';
export { emailEvents, fileScans, schedules, streamReaders, type Schedule } from './triggers.ts';
export type {
  EnvironmentName,
  FileRight,
  FunctionName,
  FunctionSpec,
  Grants,
  IndexName,
  Route,
  TableAction,
} from './types.ts';
