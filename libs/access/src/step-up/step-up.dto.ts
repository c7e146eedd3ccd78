import { ShownChoice, ShownInstant } from '#libs/http';
import { PROOF_METHODS } from './step-up.js';

export class SteppedUpDto {
  @ShownInstant({ description: 'When the proof was given' })
  at!: string;

  @ShownInstant({ description: 'Until when sensitive deeds ask for no other' })
  until!: string;

  @ShownChoice(PROOF_METHODS)
  method!: string;
}
