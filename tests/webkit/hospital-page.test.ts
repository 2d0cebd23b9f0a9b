import { describeJourneys } from '../firefox/journeys.ts';
import { startWebKit } from './webkit.ts';

describeJourneys('WebKit', startWebKit);
