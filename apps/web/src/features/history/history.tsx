import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Button } from '../../design/button.js';
import type { Tone } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import type { IconName } from '../../design/icon.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { CopyHash } from '../approval/copy-hash.js';
import { VerdictList } from '../rule/verdict-list.js';
import { usePermissions } from '../session/use-session.js';
import styles from './history.module.css';

type HistoryEntry = components['schemas']['HistoryEntryDto'];

const SHOWN_AT_FIRST = 8;

const LOOKS: Readonly<Record<HistoryEntry['outcome'], { tone: Tone; icon: IconName }>> = {
  DONE: { tone: 'success', icon: 'check' },
  SUBMITTED: { tone: 'information', icon: 'clock' },
  REFUSED: { tone: 'danger', icon: 'block' },
};

/** Who did what about one thing, when, under which rules, and who signed what they saw; refusals too. */
export function History({ id, actions }: { readonly id: string; readonly actions?: ReactNode }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const isAllowed = may('history.read');
  const query = useQuery({ queryKey: ['history', id], queryFn: () => dataOf(api.GET('/api/history/{id}', { params: { path: { id } } })), enabled: isAllowed });
  const [all, setAll] = useState(false);
  if (!isAllowed) return null;
  return (
    <Card title={t('history.title')} note={t('history.lead')} actions={actions}>
      <Loaded query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <p>{t('history.none')}</p>
          ) : (
            <>
              <ol className={styles['history']}>
                {(all ? entries : entries.slice(0, SHOWN_AT_FIRST)).map((entry) => (
                  <li key={entry.commandId} className={classes(styles['event'], styles[entry.outcome])}>
                    <HistoryItem entry={entry} />
                  </li>
                ))}
              </ol>
              {!all && entries.length > SHOWN_AT_FIRST && (
                <Button small onPress={() => setAll(true)}>
                  {t('history.more', { count: entries.length - SHOWN_AT_FIRST })}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function HistoryItem({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { tone, icon } = LOOKS[entry.outcome];
  return (
    <>
      <p className={styles['line']}>
        <span className="number">{formatInstant(entry.actedAt)}</span>
        <strong>{say(entry.title)}</strong>
        <Tag tone={tone} icon={icon}>
          {t(`history.outcomes.${entry.outcome}`)}
        </Tag>
        <span>
          {entry.actorName} <span className={styles['quiet']}>({entry.actorLogin})</span>
        </span>
        {entry.approvalId !== null && <Link to={`/approvals/${entry.approvalId}?box=${entry.outcome === 'DONE' ? 'closed' : 'open'}`}>{entry.approvalNumber}</Link>}
      </p>
      {entry.reason !== null && <p className={styles['reason']}>{entry.reason}</p>}
      {entry.problem !== null && <p className={styles['problem']}>{say(entry.problem)}</p>}
      {entry.outcome !== 'SUBMITTED' && <Signatures signatures={entry.signatures} />}
      <Rules entry={entry} />
    </>
  );
}

function Signatures({ signatures }: Pick<HistoryEntry, 'signatures'>): ReactElement | null {
  const { t } = useTranslation();
  if (signatures.length === 0) return null;
  return (
    <ul className={styles['signatures']} aria-label={t('history.signatures')}>
      {signatures.map((signature, index) => (
        <li key={index}>
          <span className="number">{formatInstant(signature.at)}</span> {t(signature.decision === 'RETURNED' ? 'history.returnedBy' : 'history.signedBy', { name: signature.signerName })}
          {signature.forName !== null && ` (${t('approval.forPerson', { name: signature.forName })})`}
          {signature.opinion !== null && <q>{signature.opinion}</q>} <span className={styles['quiet']}>{t('history.saw')}</span> <CopyHash hash={signature.contentHash} />
        </li>
      ))}
    </ul>
  );
}

function Rules({ entry: { verdicts } }: { readonly entry: HistoryEntry }): ReactElement | null {
  const { t } = useTranslation();
  if (verdicts.length === 0) return null;
  const warned = verdicts.filter(({ result }) => result !== 'PASS').length;
  return (
    <details className={styles['rules']}>
      <summary>
        {t('history.rules', { count: verdicts.length })}
        {warned > 0 && ` · ${t('history.rulesWarn', { count: warned })}`}
      </summary>
      <VerdictList verdicts={verdicts.map((verdict) => ({ ...verdict, inputs: {} }))} />
    </details>
  );
}
