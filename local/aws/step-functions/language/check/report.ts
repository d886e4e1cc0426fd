/** Something wrong with a definition, as ValidateStateMachineDefinition reports it. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

/** Gathers what is wrong, in the order found. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];

  add(code: string, message: string, location?: string): void {
    this.diagnostics.push({ severity: 'ERROR', code, message, ...(location === undefined ? {} : { location }) });
  }

  /** An error of the shape of the definition. */
  shape(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location);
  }
}
