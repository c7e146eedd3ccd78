import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import { hardnessOf } from './waiver.requests.js';

/** Whether a rule that speaks up is the law's, or the agreement's and may be waived. */
export function HardnessTag({ rule }: { readonly rule: string }): ReactElement | null {
  const { t } = useTranslation();
  const hardness = hardnessOf(rule);
  if (hardness === null) return null;
  return <Tag tone={hardness === 'HARD' ? 'danger' : 'neutral'}>{t(hardness === 'HARD' ? 'waivers.hard' : 'waivers.soft')}</Tag>;
}
