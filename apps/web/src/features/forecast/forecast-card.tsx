import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { SelectField } from '../../design/select-field.js';
import { useTimePoint } from '../fund/time-point.js';
import { useScenarios, type Scenario } from './forecast.requests.js';
import styles from './forecast.module.css';
import { ScenarioEditor } from './scenario-editor.js';

/** What may come: scenarios that anybody may change and try, and that the manager keeps. */
export function ForecastCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const query = useScenarios(fundId, point);
  return (
    <Card title={t('forecast.title')} note={t('forecast.lead')}>
      <Loaded query={query}>{(scenarios) => <Chooser fundId={fundId} scenarios={scenarios} />}</Loaded>
    </Card>
  );
}

function Chooser({ fundId, scenarios }: { readonly fundId: string; readonly scenarios: readonly Scenario[] }): ReactElement | null {
  const { t } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  const chosen = scenarios.find((each) => each.name === name) ?? scenarios[0];
  if (chosen === undefined) return null;
  return (
    <>
      <div className={styles['choose']}>
        <SelectField
          label={t('forecast.scenario')}
          value={chosen.name}
          onChange={setName}
          choices={scenarios.map((each) => ({ value: each.name, label: `${each.name} · ${each.id === null ? t('forecast.preset') : t('forecast.saved')}` }))}
        />
      </div>
      <ScenarioEditor key={`${chosen.name} ${chosen.id ?? ''}`} fundId={fundId} scenario={chosen} onSaved={setName} />
    </>
  );
}
