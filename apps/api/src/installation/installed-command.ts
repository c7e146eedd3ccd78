import type { ApprovalTier } from '#libs/approval';
import type { CommandKind } from '#libs/command';
import { DIRECT } from './approval-line.js';

export interface InstalledCommand extends CommandKind {
  /** Who signs it until somebody decides otherwise. Source: dossier §7.1 and §7.2 [assumption]. */
  readonly line: readonly ApprovalTier[];
}

export const direct = (ko: string, en: string): InstalledCommand => ({ title: { ko, en }, line: DIRECT });
export const signed = (ko: string, en: string, line: readonly ApprovalTier[], kind: Omit<CommandKind, 'title'> = {}): InstalledCommand => ({ title: { ko, en }, line, ...kind });
