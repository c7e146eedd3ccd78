import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CapitalCall } from '../../api/types.js';
import { Tag } from '../../design/tag.js';
import { regroupWhileTyping } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { CustodianLine } from './custodian.requests.js';
import styles from './custodian.module.css';
import { choicesOf, pickOf, type Choice, type Pick } from './picks.js';

interface Props {
  readonly line: CustodianLine;
  readonly calls: readonly CapitalCall[];
  readonly pick: Pick;
  readonly onChange: (pick: Pick) => void;
  /** Only to be read. */
  readonly fixed: boolean;
}

/** One deposit: what the bank says on the left, what it is taken for on the right, and why. */
export function LineRow({ line, calls, pick, onChange, fixed }: Props): ReactElement {
  const { t } = useTranslation();
  const choices = choicesOf(line, calls);
  const choice = choices.find(({ key }) => key === pick.choice);
  const name = line.counterparty ?? line.memo ?? '';
  const exact = choice?.suggestion?.exact === true;
  return (
    <tr className={pick.chosen && exact ? styles['exact'] : undefined}>
      <td>
        <input
          type="checkbox"
          className={styles['check']}
          checked={pick.chosen}
          disabled={fixed || choice === undefined}
          onChange={() => onChange({ ...pick, chosen: !pick.chosen })}
          aria-label={t('custodian.pick', { counterparty: name, amount: formatWon(line.openWon) })}
        />
      </td>
      <td className={styles['day']}>{line.valueOn}</td>
      <td>
        {line.counterparty ?? '–'}
        {line.memo !== null && <p className={styles['note']}>{line.memo}</p>}
      </td>
      <td className={styles['right']}>
        {formatWon(line.amountWon)}
        {line.state === 'PARTLY' && <p className={styles['note']}>{t('custodian.rest', { amount: formatWon(line.openWon) })}</p>}
      </td>
      <td>
        <select
          className={styles['choice']}
          aria-label={t('custodian.whose')}
          value={choice === undefined ? '' : pick.choice}
          disabled={fixed}
          onChange={(event) => onChange(pickOf(line, choices.find(({ key }) => key === event.target.value), calls))}
        >
          <option value="">{t('custodian.choosePartner')}</option>
          {choices.map((each) => (
            <option key={each.key} value={each.key}>
              {each.receiptId === null ? '' : `${t('custodian.linked')}: `}
              {t('capitalCall.number', { number: each.callNumber })} {each.partner}
            </option>
          ))}
        </select>
      </td>
      <Amounts choice={choice} pick={pick} onChange={onChange} fixed={fixed} />
      <td className={styles['why']}>
        <Why choice={choice} />
      </td>
    </tr>
  );
}

function Amounts({ choice, pick, onChange, fixed }: { readonly choice: Choice | undefined } & Omit<Props, 'line' | 'calls'>): ReactElement {
  const { t } = useTranslation();
  const members = ['capitalWon', 'interestWon'] as const;
  if (choice === undefined || choice.receiptId !== null) return <td colSpan={2} />;
  return (
    <>
      {members.map((member) => (
        <td key={member} className={styles['right']}>
          <input
            className={styles['won']}
            inputMode="numeric"
            aria-label={t(`custodian.${member}`)}
            value={pick[member]}
            disabled={fixed}
            onChange={(event) => onChange({ ...pick, [member]: regroupWhileTyping(event.target.value, event.target.value.length).text })}
          />
        </td>
      ))}
    </>
  );
}

function Why({ choice }: { readonly choice: Choice | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  const suggestion = choice?.suggestion ?? null;
  if (suggestion === null) return null;
  return (
    <>
      <Tag tone={suggestion.exact ? 'success' : 'neutral'} {...(suggestion.exact ? { icon: 'check' as const } : {})}>
        {suggestion.exact ? t('custodian.exact') : t('custodian.score', { score: suggestion.score })}
      </Tag>{' '}
      {suggestion.reasons.map(({ text }) => say(text)).join(' · ')}
    </>
  );
}
