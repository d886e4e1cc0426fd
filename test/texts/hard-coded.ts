import ts from 'typescript';

/** Text that somebody would read, where it stands. */
export interface Found {
  readonly line: number;
  readonly text: string;
}

/** Attributes of elements, and properties of our components, whose text a person reads or hears. */
const read =
  /^(title|alt|placeholder|label|hint|legend|caption|heading|message|summary|text|note|aria-(label|description|roledescription|valuetext|placeholder))$/;

const hasWord = (text: string): boolean => /\p{L}/u.test(text);

/** The texts that an expression can give: of each branch, of the pieces of a template; not what is only compared or looked up. */
function textsOf(expression: ts.Expression): readonly ts.Node[] {
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return textsOf(expression.expression);
  if (ts.isStringLiteralLike(expression)) return [expression];
  if (ts.isTemplateExpression(expression))
    return [
      expression.head,
      ...expression.templateSpans.flatMap((span) => [...textsOf(span.expression), span.literal]),
    ];
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (!ts.isBinaryExpression(expression)) return [];
  const { kind } = expression.operatorToken;
  if (kind === ts.SyntaxKind.PlusToken) return [...textsOf(expression.left), ...textsOf(expression.right)];
  const gives =
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken;
  return gives ? [...textsOf(expression.left), ...textsOf(expression.right)] : [];
}

function readIn(node: ts.Node): readonly ts.Node[] {
  if (ts.isJsxText(node)) return [node];
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) return textsOf(node.expression);
  if (ts.isPropertyAssignment(node) && read.test(node.name.getText().replace(/['"]/g, '')))
    return textsOf(node.initializer);
  if (!ts.isJsxAttribute(node) || !read.test(node.name.getText()) || !node.initializer) return [];
  if (ts.isStringLiteral(node.initializer)) return [node.initializer];
  return ts.isJsxExpression(node.initializer) && node.initializer.expression
    ? textsOf(node.initializer.expression)
    : [];
}

const textOf = (node: ts.Node): string =>
  ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? node.text : node.getText();

/** Words in a view (TSX or TypeScript) that do not come from the texts. */
export function hardCoded(source: string, fileName = 'view.tsx'): readonly Found[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    for (const text of readIn(node)) {
      if (hasWord(textOf(text)))
        found.push({ line: file.getLineAndCharacterOfPosition(text.getStart()).line + 1, text: textOf(text).trim() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What is left of a text when its markup is taken out: HTML that a template makes is no words. */
const withoutMarkup = (text: string): string => text.replace(/<[^>]*(>|$)|^[^<]*>|&\w+;|https?:\S+/g, ' ');

const isForDevelopers = (node: ts.Node): boolean => {
  for (let one = node.parent; one !== undefined; one = one.parent) {
    if (ts.isThrowStatement(one) || ts.isImportDeclaration(one) || ts.isExportDeclaration(one) || ts.isTypeNode(one))
      return true;
    // Names of classes stand beside each other.
    if (ts.isJsxAttribute(one)) return one.name.getText() === 'class';
    if (ts.isNewExpression(one) && /Error$/.test(one.expression.getText())) return true;
    if (ts.isBlock(one)) return false;
  }
  return false;
};

/** Sentences in code, and letters of another alphabet: two words or more in one literal, beside errors that only developers see. */
export function sentencesIn(source: string, fileName: string): readonly Found[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && !isForDevelopers(node)) {
      const text = withoutMarkup(node.text);
      if (/\p{L}{2,}[.,]? \p{L}{2,}/u.test(text) || /[^\P{L}\p{Script=Latin}]/u.test(text))
        found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
