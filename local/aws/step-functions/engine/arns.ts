/** Where a local engine's machines live: ARNs of the form AWS's SDK and CLI accept. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** The ARN of a machine. */
export const machineArn = ({ region, account }: Place, name: string): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${name}`;

/** The ARN of a machine's execution. */
export function executionArn(machine: string, name: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
}
