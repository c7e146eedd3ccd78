import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOfficialDate } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual, useLanguage } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { useTermValue } from '../agreement/term-value.js';
import type { Approval } from './approval.requests.js';
import { useCommandName } from './command-kinds.js';
import { useFundSentence } from './fund-sentence.js';
import { useGrantSentence } from './grant-sentence.js';
import { usePaymentSentence } from './payment-sentence.js';
import { useReportSentence } from './report-sentence.js';
import { isMembers, type InputMembers } from './input-view.js';
import { useVoucherSentence } from './voucher-sentence.js';

const textIn = (members: InputMembers, key: string): string => (typeof members[key] === 'string' ? members[key] : '');
const membersIn = (input: InputMembers, key: string): InputMembers => {
  const members = input[key];
  return isMembers(members) ? members : {};
};
const listIn = (input: InputMembers, key: string): string[] => {
  const list = input[key];
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
};

/** What a request does, in one sentence; for a command without a sentence of its own, its title. */
export function useSentence(): (approval: Approval) => string {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const termName = useDottedNames('terms.keys');
  const termValue = useTermValue();
  const commandName = useCommandName();
  const language = useLanguage();
  const voucherSentence = useVoucherSentence();
  const fundSentence = useFundSentence();
  const grantSentence = useGrantSentence();
  const paymentSentence = usePaymentSentence();
  const reportSentence = useReportSentence();
  return useCallback(
    ({ command, input, labels, title }) => {
      const labelOf = (key: string): string => labels.find(({ id }) => id === input[key])?.label ?? textIn(input, key);
      const dateText = (date: string): string => (language === 'ko' ? formatOfficialDate(date) : date);
      const amount = (members: InputMembers): string => formatWon(textIn(members, 'amountWon') || '0');
      switch (command) {
        case 'investment.record':
          return t('approval.sentences.investmentRecord', { company: textIn(membersIn(input, 'company'), 'name'), amount: amount(membersIn(input, 'deal')) });
        case 'capital-call.issue':
          return t('approval.sentences.capitalCallIssue', { amount: amount(input) });
        case 'capital-call.receive':
          return t('approval.sentences.capitalCallReceive', { partner: labelOf('partnerId'), amount: amount(input), on: dateText(textIn(input, 'valueOn')) });
        case 'fund.form':
          return t('approval.sentences.fundForm', { name: textIn(input, 'name') });
        case 'fund-register.import':
          return t('approval.sentences.registerImport', { file: textIn(input, 'fileName') });
        case 'policy.decide':
          return t('approval.sentences.policyDecide', { term: termName(textIn(input, 'key')), from: dateText(textIn(input, 'effectiveFrom')), value: termValue(textIn(input, 'key'), textIn(input, 'value')) });
        case 'approval-policy.decide':
          return t('approval.sentences.approvalPolicyDecide', { command: commandName(textIn(input, 'command')), from: dateText(textIn(input, 'effectiveFrom')) });
        case 'investment.void':
          return t('approval.sentences.investmentVoid', { investment: labelOf('investmentId') });
        case 'period.reopen':
          return t('approval.sentences.periodReopen');
        case 'break-glass.open':
          return t('approval.sentences.breakGlassOpen', { hours: String(input['hours'] ?? ''), commands: listIn(input, 'commands').map(commandName).join(', ') });
        case 'user.create':
          return t('approval.sentences.userCreate', { name: textIn(input, 'name'), login: textIn(input, 'login'), roles: listIn(input, 'roles').map((role) => term('role', role)).join(', ') });
        case 'role.grant':
          return t('approval.sentences.roleGrant', { user: labelOf('userId'), role: term('role', textIn(input, 'role')) });
        default:
          return voucherSentence({ command, input, labels }) ?? fundSentence({ command, input, labels }) ?? grantSentence({ command, input, labels }) ?? paymentSentence({ command, input, labels }) ?? reportSentence({ command, input, labels }) ?? say(title);
      }
    },
    [t, say, term, termName, termValue, commandName, language, voucherSentence, fundSentence, grantSentence, paymentSentence, reportSentence],
  );
}
