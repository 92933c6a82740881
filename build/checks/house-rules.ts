/** Two rules that the linter does not have. They read the syntax tree, so that a comment or a string never trips them. */
import ts from 'typescript';

export interface HouseViolation {
  readonly rule: 'no-clock-in-core' | 'no-barrels';
  /** From 1. */
  readonly line: number;
  readonly advice: string;
}

/** Checks one file. `file` is its path inside the tree, with `/` between folders. */
export function checkHouseRules(file: string, text: string): HouseViolation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const violations: HouseViolation[] = [];
  const report = (node: ts.Node, rule: HouseViolation['rule'], advice: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    violations.push({ rule, line, advice });
  };
  const visit = (node: ts.Node): void => {
    if (file.startsWith('core/') && readsClock(node)) {
      report(
        node,
        'no-clock-in-core',
        'Take `now: Now` as an argument; `new Date(text)` of a given time is fine.',
      );
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      report(node, 'no-barrels', 'Import from the file that defines it, instead of exporting it again here.');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return violations;
}

/** `new Date()` without a time, or `Date()`, which is the present whatever it is given. */
function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return isDate(node.expression) && (node.arguments?.length ?? 0) === 0;
  return ts.isCallExpression(node) && isDate(node.expression);
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date';
}
