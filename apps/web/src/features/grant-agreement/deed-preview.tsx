import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../api/types.js';
import { Stack } from '../../design/page.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './grant-agreement.module.css';

interface Told {
  readonly verdicts?: readonly Verdict[];
  readonly entries: Parameters<typeof PostedEntries>[0]['entries'];
}

interface Props<Answer extends Told> {
  readonly preview: { readonly asked: boolean; readonly data: Answer | undefined; readonly error: Error | null };
  /** What of the answer is shown between the rules and the entries. */
  readonly children?: (answer: Answer) => ReactNode;
}

/** What a deed about an agreement would do: the rules, its effect and its entries, by the code that does it. */
export function DeedPreview<Answer extends Told>({ preview, children }: Props<Answer>): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['note']}>{t('grantAgreement.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { verdicts = [], entries } = preview.data;
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      {children?.(preview.data)}
      {entries.length > 0 && <PostedEntries entries={entries} />}
    </Stack>
  );
}
