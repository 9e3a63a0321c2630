#!/usr/bin/env node
'use strict'
// A server lives long: what is hot after the first edits is worth optimising sooner.
require('../dist/bundle/launch.cjs')({ patience: 4 })
