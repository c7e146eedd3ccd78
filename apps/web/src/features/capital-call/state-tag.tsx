import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallShare } from '../../api/types.js';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';

const LOOKS: Readonly<Record<CallShare['state'], { tone: Tone | 'neutral'; icon: IconName }>> = {
  PAID: { tone: 'success', icon: 'check' },
  INTEREST_DUE: { tone: 'warning', icon: 'warning' },
  OPEN: { tone: 'neutral', icon: 'clock' },
  IN_CURE: { tone: 'warning', icon: 'warning' },
  IN_DEFAULT: { tone: 'danger', icon: 'block' },
};

export function StateTag({ state }: Pick<CallShare, 'state'>): ReactElement {
  const { t } = useTranslation();
  return <Tag {...LOOKS[state]}>{t(`capital.states.${state}`)}</Tag>;
}
