package dojo.lab;
