namespace pl::app {}
