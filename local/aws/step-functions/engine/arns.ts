export interface Place {
  readonly region: string;
  readonly account: string;
}

export const machineArn = ({ region, account }: Place, name: string): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${name}`;

export function executionArn(machine: string, name: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
}
