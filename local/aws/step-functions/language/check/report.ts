export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

export class Report {
  readonly diagnostics: Diagnostic[] = [];

  add(code: string, message: string, location?: string): void {
    this.diagnostics.push({ severity: 'ERROR', code, message, ...(location === undefined ? {} : { location }) });
  }

  shape(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location);
  }
}
