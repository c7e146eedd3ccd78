import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { Spinner } from '../../design/spinner.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { MandateDialog } from './mandate-dialog.js';
import styles from './obligation.module.css';
import { useRadar } from './obligation.requests.js';
import { RuleLine } from './rule-line.js';
import { useSharedOwners, type RuleOwner } from './rule-owner.js';
import { RulesCard } from './rules-card.js';

/** The rules of one manager or one programme, which count all of its funds together. */
export function SharedRulesPage(): ReactElement {
  const { t } = useTranslation();
  const { keyId } = useParams();
  const owners = useSharedOwners();
  if (owners === null) return <Spinner />;
  const owner = owners.find((each) => each.keyId === keyId);
  if (owner === undefined) {
    return (
      <Page title={t('mandate.radarTitle')}>
        <Callout tone="warning" title={t('mandate.unknownOwner')}>
          <LinkButton to="/obligations">{t('mandate.toRadar')}</LinkButton>
        </Callout>
      </Page>
    );
  }
  return <OwnRules owner={owner} />;
}

function OwnRules({ owner }: { readonly owner: RuleOwner }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { point, search, isNow } = useTimePoint();
  const [deciding, setDeciding] = useState(false);
  const query = useRadar(point);
  return (
    <>
      <TimeBanner />
      <Page
        title={t('mandate.sharedTitle', { owner: owner.label })}
        lead={t('mandate.sharedLead')}
        actions={
          <>
            <TimeButton />
            <LinkButton to={`/obligations${search}`}>{t('mandate.toRadar')}</LinkButton>
            {isNow && may('mandate.decide') && (
              <Button icon="plus" onPress={() => setDeciding(true)}>
                {t('mandate.add')}
              </Button>
            )}
          </>
        }
      >
        <Loaded query={query}>
          {({ positions }) => {
            const own = positions.filter(({ rule }) => rule.keyId === owner.keyId);
            return <Card title={t('mandate.rule')}>{own.length === 0 ? <Empty>{t('mandate.noShared')}</Empty> : <div className={styles['rules']}>{own.map((each) => <RuleLine key={each.rule.id} position={each} />)}</div>}</Card>;
          }}
        </Loaded>
        <RulesCard owner={owner} point={point} />
      </Page>
      {deciding && <MandateDialog owners={[owner]} onClose={() => setDeciding(false)} />}
    </>
  );
}
