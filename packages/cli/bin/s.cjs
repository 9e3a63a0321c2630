'use strict'
require('../dist/bundle/ls.cjs')({ patience: 15 })
