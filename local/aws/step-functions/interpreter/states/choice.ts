import { evaluateTyped } from '../../expressions/evaluate.ts';
import type { Json } from '../../json.ts';
import type { ChoiceState } from '../../language/definition.ts';
import { leave, shape, type Shape } from '../finish.ts';
import { scopeOf } from '../scope.ts';
import type { Thread } from '../thread.ts';
import { during, ExecutionOver, type Turn } from '../turn.ts';

const isTruth = (value: Json): value is boolean => typeof value === 'boolean';

/** Takes the first rule whose condition is true, or Default. @throws ExecutionOver when there is neither */
export async function runChoice(turn: Turn, thread: Thread, state: ChoiceState): Promise<void> {
  const scope = scopeOf(turn, thread);
  const fields = await choose();
  leave(turn, thread, 'Choice', fields, await shape(thread, fields, thread.input, scope));

  async function choose(): Promise<Shape> {
    for (const [index, rule] of state.Choices.entries()) {
      const place = `Choices[${String(index)}]/`;
      if (await evaluateTyped(rule.Condition, `${place}Condition`, scope, 'boolean', isTruth))
        return { ...rule, place };
    }
    if (state.Default !== undefined) return { ...state, Next: state.Default };
    throw new ExecutionOver(
      'States.Runtime',
      during(thread, 'Failed to transition out of the state. The state does not point to a next state.'),
    );
  }
}
