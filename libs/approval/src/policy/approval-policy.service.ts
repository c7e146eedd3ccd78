import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import type { ApprovalPolicyDraft } from './approval-policy.js';
import { listCommandKinds } from './approval-policy.query.js';
import { requireFollowable } from './approval-policy.rules.js';
import { insertApprovalPolicies } from './approval-policy.store.js';

/**
 * `approval-policy.decide`: who signs a command from a day on (위임전결 기준). It cannot start in the past: what was drafted
 * keeps the line it was drafted under, and nobody makes yesterday's missing signature unnecessary.
 */
export const decideApprovalPolicy: Command<ApprovalPolicyDraft, { readonly id: string }> = {
  name: 'approval-policy.decide',
  execute: async (tx, context, input) => {
    const kind = (await listCommandKinds(tx)).find((each) => each.command === input.command);
    if (kind === undefined) {
      throw invalidField('/command', 'approval-policy.unknown-command', { ko: '그런 작업이 없습니다. 목록에서 골라 주세요.', en: 'There is no such command. Choose one from the list.' });
    }
    if (input.scope !== '*' && !kind.hasFund) {
      throw invalidField('/fundId', 'approval-policy.no-fund', { ko: '이 작업은 조합별로 기준을 달리 정할 수 없습니다.', en: 'This command cannot have a policy of its own for one fund.' });
    }
    if (input.effectiveFrom < context.today) {
      throw invalidField('/effectiveFrom', 'approval-policy.in-the-past', { ko: '시행일은 오늘 이후여야 합니다.', en: 'The policy cannot start in the past.' });
    }
    requireFollowable(input, kind.alwaysSigned);
    const [id = ''] = await insertApprovalPolicies(tx, [input], context.now, context.commandId);
    return { id };
  },
};
