import ts from 'typescript';

const TO_NUMBER = new Set(['Number', 'Math.round', 'Math.trunc', 'Math.floor', 'Math.abs']);

/** `Won` is a branded bigint: an intersection with bigint in it, alone or in a union with null. */
function isWon(type) {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.isIntersection() && part.types.some((each) => (each.flags & ts.TypeFlags.BigIntLike) !== 0));
}

function nameOf(node) {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
}

function calleeOf(node) {
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? `${callee.object.name}.${nameOf(callee)}` : '';
}

/** An amount never becomes a `number`: neither what is typed Won nor what is named …Won. */
const wonStaysWon = {
  meta: { type: 'problem', schema: [], messages: { number: '{{text}} is an amount: it stays Won (bigint), or text of digits.' } },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const check = (node) => {
      if (node === undefined || node.type === 'SpreadElement') return;
      const named = /(^w|W)on$/.test(nameOf(node));
      if (named || isWon(getTypeAtLocation(node))) context.report({ node, messageId: 'number', data: { text: context.sourceCode.getText(node) } });
    };
    return {
      CallExpression(node) {
        if (TO_NUMBER.has(calleeOf(node))) check(node.arguments[0]);
      },
      'UnaryExpression[operator="+"]'(node) {
        check(node.argument);
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'won-stays-won': wonStaysWon } };
