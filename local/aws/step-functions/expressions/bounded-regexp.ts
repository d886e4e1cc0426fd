import { createContext, Script } from 'node:vm';

/** Milliseconds one match may take: a pattern that backtracks for ever fails the expression, not the process. */
const longest = 250;
/** Subjects this short cannot be searched for long by patterns without nested quantifiers. */
const short = 64;

const sandbox = createContext({ search: undefined as (() => unknown) | undefined });
const script = new Script('search()');

export class BoundedRegExp extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    if (text.length <= short && !nests(this.source)) return super.exec(text);
    sandbox['search'] = () => super.exec(text);
    try {
      return script.runInContext(sandbox, { timeout: longest }) as RegExpExecArray | null;
    } catch (thrown) {
      throw (thrown as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? { code: 'TIME' } : thrown;
    } finally {
      sandbox['search'] = undefined;
    }
  }
}

/** Whether a quantifier stands after a group, without which matching is polynomial in a short text. */
function nests(source: string): boolean {
  return /\)[*+{?]/.test(source);
}
