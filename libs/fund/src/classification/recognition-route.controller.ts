import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { RECOGNITION_ROUTES, ROUTE_NAMES } from './classification.js';
import { RecognitionRouteDto } from './classification.dto.js';
import { MUST_HAVE_EVIDENCE } from './classification.rules.js';

@ApiTags('classification')
@Controller('recognition-routes')
export class RecognitionRouteController {
  @Get()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listRecognitionRoutes', summary: 'The routes of recognition and the documents each demands' })
  @ApiOkResponse({ type: [RecognitionRouteDto] })
  list(): RecognitionRouteDto[] {
    return RECOGNITION_ROUTES.map((route) => ({ route, name: ROUTE_NAMES[route], evidence: [...MUST_HAVE_EVIDENCE[route]] }));
  }
}
