import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentAdmission, RequestAddress } from '../guard/decorators.js';
import type { SeenAddress } from '../passkey/relying-party.js';
import { ProofDto } from '../proof/proof.dto.js';
import { readProof } from '../proof/proof.input.js';
import type { Admission } from '../session/admission.js';
import { SteppedUpDto } from './step-up.dto.js';
import { StepUpService } from './step-up.service.js';
import { stepUpEnd } from './step-up.js';

@ApiTags('session')
@Controller('session/step-up')
export class StepUpController {
  constructor(private readonly stepUps: StepUpService) {}

  @Post()
  @HttpCode(200)
  @Allow('identity.confirm')
  @ApiOperation({ operationId: 'confirmIdentity', summary: 'Prove once more who is there, before what cannot be taken back' })
  @ApiOkResponse({ type: SteppedUpDto })
  async confirm(@CurrentAdmission() admission: Admission, @RequestAddress() address: SeenAddress, @Body() body: ProofDto): Promise<SteppedUpDto> {
    const given = await this.stepUps.confirm(admission, readProof(body), address);
    return { at: given.at.toISOString(), until: stepUpEnd(given).toISOString(), method: given.method };
  }
}
