import type { AnyCommand } from '#libs/command';
import { registerBroker, renewBroker, strikeOffBroker } from '../broker/broker.service.js';
import { registerServiceProvider, resumeServiceProvider, suspendServiceProvider } from '../provider/provider.service.js';
import { decideVoucherTerm } from '../term/term.service.js';
import { openVoucherYear } from './year.service.js';

/** Commands on programme years, and on who serves and brokers in them, that need no service. */
export const YEAR_COMMANDS: readonly AnyCommand[] = [
  ...[openVoucherYear, decideVoucherTerm],
  ...[registerServiceProvider, suspendServiceProvider, resumeServiceProvider],
  ...[registerBroker, renewBroker, strikeOffBroker],
];
