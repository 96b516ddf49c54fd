export { isJsonObject } from './json.js';
