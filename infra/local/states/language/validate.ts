/** Something wrong with a definition, as ValidateStateMachineDefinition reports it. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

export function validate(text: string, _express = false): Diagnostic[] {
  try { JSON.parse(text); return []; } catch { return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message: 'bad' }]; }
}
