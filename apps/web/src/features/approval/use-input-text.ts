import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBusinessNumber } from '../../format/business-number.js';
import { formatInstant } from '../../format/date.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon, groupDigits } from '../../format/won.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm, type TermGroup } from '../../i18n/term.js';
import type { Label } from './approval.requests.js';
import { useCommandName } from './command-kinds.js';
import { pathOf, readInputValue, type InputValue } from './input-view.js';

/** What people call a member of an input: by the name of what holds it, else by its own. */
export function useKeyName(): (parent: string, key: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (parent, key) => {
      const named = (group: string): string | undefined => {
        const names = i18n.getResource(language, 'translation', group) as Record<string, string> | undefined;
        return names?.[`${parent}.${key}`] ?? names?.[key];
      };
      return named('approval.keyNames') ?? named('voucherApproval.keyNames') ?? named('fundApproval.keyNames') ?? named('reportIssue.keyNames') ?? key;
    },
    [i18n, language],
  );
}

/** '/deal/amountWon' in words: '투자금액'. The place in a list is counted from one. */
export function usePointerName(): (pointer: string) => string {
  const nameOf = useKeyName();
  return useCallback(
    (pointer) => {
      const path = pathOf(pointer);
      const key = path.at(-1) ?? '';
      const index = path.findIndex((part) => /^[0-9]+$/.test(part));
      if (index === -1) return nameOf(path.at(-2) ?? '', key);
      const list = path[index - 1] ?? '';
      const place = `${nameOf('', list)} ${Number(path[index]) + 1}`;
      return index === path.length - 1 ? place : `${place} · ${nameOf(list, key)}`;
    },
    [nameOf],
  );
}

/** A member of an input in words; an id becomes what people call the thing. */
export function useInputText(labels: readonly Label[]): (parent: string, key: string, value: unknown) => string {
  const { t } = useTranslation();
  const coded = useCodeText();
  const byId = useMemo(() => new Map(labels.map(({ id, label }) => [id, label])), [labels]);
  return useCallback(
    (parent, key, value) => {
      const read = readInputValue(parent, key, value);
      if (read.kind === 'id') return byId.get(read.id) ?? read.id;
      if (read.kind === 'flag') return t(read.flag ? 'approval.yes' : 'approval.no');
      if (read.kind === 'won') return `${formatWon(read.amount)}${t('common.won')}`;
      if (read.kind === 'code') return coded(read.group, read.code);
      return plainText(read);
    },
    [t, coded, byId],
  );
}

function plainText(read: InputValue): string {
  switch (read.kind) {
    case 'percent':
      return `${formatBasisPoints(read.basisPoints)}%`;
    case 'count':
      return /^[0-9]+$/.test(read.count) ? groupDigits(BigInt(read.count)) : read.count;
    case 'date':
      return read.date;
    case 'instant':
      return formatInstant(read.instant);
    case 'hash':
      return `${read.hash.slice(0, 12)}…`;
    case 'businessNumber':
      return formatBusinessNumber(read.digits);
    case 'text':
      return read.text;
    default:
      return '–';
  }
}

/** The word for a code, whichever list it comes from. */
function useCodeText(): (group: string, code: string) => string {
  const term = useTerm();
  const commandName = useCommandName();
  const policyName = useDottedNames('terms.keys');
  const voucherTermName = useDottedNames('voucherTerms.keys');
  return useCallback(
    (group, code) => {
      if (group === 'command') return commandName(code);
      // A code without a name comes back as it is.
      if (group === 'policyKey') return policyName(voucherTermName(code));
      if (group === 'voucherKind') return term('reportKind', term(group, code));
      return term(group as TermGroup, code);
    },
    [term, commandName, policyName, voucherTermName],
  );
}
