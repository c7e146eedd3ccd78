import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Callout } from '../../design/callout.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { DecideSignDialog } from './decide-sign-dialog.js';
import { SignFacts } from './sign-facts.js';
import { useWarningSigns, type WarningSign } from './warning-sign.requests.js';
import styles from './warning-sign.module.css';

/** So few facts are shown at once. */
const OPEN_UP_TO = 3;

/** Facts that are worth a look. Nothing follows from them by itself. */
export function WarningSignsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const query = useWarningSigns(year.id);
  const [decided, setDecided] = useState<WarningSign | null>(null);
  return (
    <Page title={t('warningSign.title')} lead={t('warningSign.lead')}>
      <Loaded query={query}>
        {(signs) =>
          signs.length === 0 ? (
            <Card>
              <Empty>
                <p>{t('warningSign.empty')}</p>
              </Empty>
            </Card>
          ) : (
            <Signs yearId={year.id} signs={signs} onDecide={setDecided} />
          )
        }
      </Loaded>
      {decided !== null && <DecideSignDialog yearId={year.id} sign={decided} onClose={() => setDecided(null)} />}
    </Page>
  );
}

interface SignsProps {
  readonly yearId: string;
  readonly signs: readonly WarningSign[];
  readonly onDecide: (sign: WarningSign) => void;
}

function Signs({ yearId, signs, onDecide }: SignsProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [signal, setSignal] = useState('');
  const kinds = useMemo(() => [...new Map(signs.map((sign) => [sign.signal, sign.name])).entries()], [signs]);
  const shown = signs.filter((sign) => signal === '' || sign.signal === signal);
  const [waiting, done] = [shown.filter(({ decision }) => decision === null), shown.filter(({ decision }) => decision !== null)];
  const list = (some: readonly WarningSign[]): ReactElement[] => some.map((sign) => <SignCard key={`${sign.signal}/${sign.subjectId}/${sign.fingerprint}`} yearId={yearId} sign={sign} onDecide={onDecide} />);
  return (
    <>
      {kinds.length > 1 && (
      <div className={styles['filter']}>
        <SelectField label={t('warningSign.filter')} value={signal} onChange={setSignal} emptyLabel={t('warningSign.anySignal')} choices={kinds.map(([code, name]) => ({ value: code, label: say(name) }))} />
      </div>
      )}
      <h2 className={styles['heading']}>{t('warningSign.waiting', { count: waiting.length })}</h2>
      {waiting.length === 0 ? <Callout tone="success">{t('warningSign.allDecided')}</Callout> : list(waiting)}
      {done.length > 0 && (
        <>
          <h2 className={styles['heading']}>{t('warningSign.decided', { count: done.length })}</h2>
          {list(done)}
        </>
      )}
    </>
  );
}

function SignCard({ yearId, sign, onDecide }: { readonly yearId: string; readonly sign: WarningSign; readonly onDecide: (sign: WarningSign) => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const { decision, earlier, facts } = sign;
  const decide = may('warning-sign.decide') ? (
    <Button small tone={decision === null ? 'secondary' : 'quiet'} onPress={() => onDecide(sign)}>
      {t('warningSign.decide')}
    </Button>
  ) : undefined;
  return (
    <Card title={say(sign.name)} note={`${t('warningSign.pattern')}: ${say(sign.pattern)}`} actions={decide}>
      <p className={styles['sentence']}>{say(sign.text)}</p>
      <p className={styles['note']}>
        {t('warningSign.innocent')}: {say(sign.innocent)}
      </p>
      {decision !== null && (
        <p>
          <Tag tone={decision.verdict === 'EXPLAINED' ? 'success' : decision.verdict === 'WATCH' ? 'information' : 'warning'}>{t(`warningSign.verdicts.${decision.verdict}`)}</Tag> {decision.reason}{' '}
          <span className={styles['note']}>{t('warningSign.decidedOn', { on: formatInstant(decision.decidedAt), actor: decision.actor })}</span>
        </p>
      )}
      {earlier !== null && <p className={styles['note']}>{t('warningSign.earlier', { verdict: t(`warningSign.verdicts.${earlier.verdict}`) })}</p>}
      <details className={styles['details']} open={facts.length <= OPEN_UP_TO}>
        <summary>{t('warningSign.facts', { count: facts.length })}</summary>
        <SignFacts yearId={yearId} facts={facts} />
      </details>
    </Card>
  );
}
