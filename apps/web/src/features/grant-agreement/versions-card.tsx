import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Person } from '../../design/person.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { ChangeTable } from './change-table.js';
import styles from './grant-agreement.module.css';
import { useVersionDiffs, type Agreement } from './grant-agreement.requests.js';

/** Every version, the latest first, with what it changed; and what else happened. */
export function VersionsCard({ call, agreement }: { readonly call: GrantCall; readonly agreement: Agreement }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const query = useVersionDiffs(call.id, agreement.id);
  return (
    <Card title={t('grantAgreement.history')}>
      <Loaded query={query}>
        {(diffs) => (
          <>
            {agreement.versions.toReversed().map(({ id, version, manner, decidedOn, effectiveOn, reason, documentName, actor, actorName }) => (
              <div key={id} className={styles['version']}>
                <p>
                  <strong>{t('grantAgreement.version', { version })}</strong> <Tag tone={manner === 'APPROVAL' ? 'warning' : 'neutral'}>{term('grantManner', manner)}</Tag> {decidedOn}
                  {effectiveOn !== decidedOn && ` (${t('grantAgreement.effectiveOn', { date: effectiveOn })})`} · {reason} · <Person name={actorName} login={actor} />
                  {documentName !== null && ` · ${documentName}`}
                </p>
                {version > 1 && <ChangeTable changes={diffs.find((each) => each.version === version)?.changes ?? []} />}
              </div>
            ))}
            {agreement.events.map(({ event, name, happenedOn, reason, actor, actorName }, index) => (
              <p key={`${event} ${index}`} className={styles['note']}>
                {happenedOn} {say(name)}{reason !== null && ` · ${reason}`} · <Person name={actorName} login={actor} />
              </p>
            ))}
          </>
        )}
      </Loaded>
    </Card>
  );
}
